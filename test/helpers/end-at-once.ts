// Node 24 may abort while it takes a process apart that has used SQLite; one that ends by exit is not taken apart.
process.once('disconnect', () => process.exit())
process.once('beforeExit', () => process.exit())
