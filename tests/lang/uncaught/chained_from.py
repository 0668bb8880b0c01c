def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise RuntimeError(f"cannot load {name}") from error


load("x")
