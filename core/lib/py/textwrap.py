"""dedent() and indent() of text blocks."""
__all__ = ['dedent', 'indent']


def _common_margin(first, second):
    count = 0
    for a, b in zip(first, second):
        if a != b:
            break
        count += 1
    return first[:count]


def _indent_of(line):
    return line[:len(line) - len(line.lstrip(' \t'))]


def dedent(text):
    """Removes the white space that all lines begin with."""
    lines = ['' if not line.strip(' \t') else line
             for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            indent_text = _indent_of(line)
            margin = (indent_text if margin is None
                      else _common_margin(margin, indent_text))
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Puts [prefix] in front of the lines that are not blank."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line
                   for line in text.splitlines(True))
