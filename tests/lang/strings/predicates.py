for s in ("abc", "ABC", "a1", "12", " ", "", "a b", "Ab", "x_1", "1x"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(),
          s.islower(), s.istitle(), s.isidentifier(), s.isdecimal())
