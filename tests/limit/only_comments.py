# Nothing to do here.

# Still nothing.
