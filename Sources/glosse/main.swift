import Articles
import CTerminal

print(glosse_terminal_version())
