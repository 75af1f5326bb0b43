# all records as a table
records <- read.csv(gzcon(url("https://grid.example.org/dumps/latest/records.csv.gz")))
print(table(records$kind))
