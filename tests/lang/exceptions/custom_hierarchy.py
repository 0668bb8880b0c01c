class AppError(Exception):
    """Base of the app's errors."""


class NotFound(AppError):
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return f"{self.name} not found"


try:
    raise NotFound("page")
except AppError as error:
    print(error, error.args, repr(error), isinstance(error, NotFound))
