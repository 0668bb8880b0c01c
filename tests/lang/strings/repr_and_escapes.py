print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n bs\\"))
print(repr("\x00\x1f\x7f"), repr("é ü ☃ 😀"), ascii("é☃😀"), "\u00e9\x41\101")
print(r"raw\n", "line \
continued", '''triple "quoted"
text''')
print(len("é☃😀"), "😀é"[0], "😀é"[::-1], ord("😀"), chr(9731), [c for c in "aé"])
