"""Retries at random until it works."""
