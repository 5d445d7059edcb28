// Alongside
