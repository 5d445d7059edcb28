// AdjacencyScan
