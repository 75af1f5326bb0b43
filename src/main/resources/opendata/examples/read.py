import json
import urllib.request

# all records, page by page: follow "next" until it is absent
address = "https://grid.example.org/api/v1/records?limit=500&fields=title,kind"
kinds = {}
while address:
    with urllib.request.urlopen(address) as answer:
        page = json.load(answer)
    for record in page["records"]:
        kinds[record["kind"]] = kinds.get(record["kind"], 0) + 1
    address = page.get("next")
print(kinds)
