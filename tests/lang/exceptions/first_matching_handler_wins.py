for error in (KeyError("k"), IndexError("i"), ValueError("v"), OSError("o"), TypeError("t")):
    try:
        raise error
    except LookupError as caught:
        print("lookup", repr(caught))
    except (ValueError, TypeError) as caught:
        print("value or type", repr(caught))
    except Exception as caught:
        print("other", repr(caught))
