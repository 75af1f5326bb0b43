package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Places.Place;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads where things happen out of what a server found. */
final class OpenSearchPlaces {

  private OpenSearchPlaces() {}

  /** Hands over the places of a piece of what was found. */
  static void tell(JsonNode answer, Spots spots, Spots.Taker taker) {
    List<List<Place>> all = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      for (JsonNode bytes : hit.path("fields").path(IndexFields.WHERE)) {
        List<Place> places = new ArrayList<>();
        Places.read(OpenSearchDocument.bytes(bytes.asString()), places::add);
        places.forEach(spots::number);
        all.add(places);
      }
    }
    taker.begin(spots.known());
    for (List<Place> places : all) {
      taker.record();
      places.forEach(place -> taker.place(spots.number(place), place.cents()));
    }
  }
}
