-- Who denies what? Run it with: sayso run examples/denials.lua --on seeds
return corpus.quotes:where{act = "denial", status = "stated"}:list()
