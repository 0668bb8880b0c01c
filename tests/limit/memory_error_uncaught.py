print("before")
text = "x"
while True:
    text += text
