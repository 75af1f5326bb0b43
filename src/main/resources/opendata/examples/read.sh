# five projects about cancer, with only their title and first day
curl -s "https://grid.example.org/api/v1/search?q=cancer&kind=project&limit=5&fields=title,facts.startDate"

# everything, one record in a line
curl -sL -o records.jsonl.gz "https://grid.example.org/dumps/latest/records.jsonl.gz"
