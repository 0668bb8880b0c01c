__all__ = ["shown"]
shown, hidden = "shown", "hidden"
