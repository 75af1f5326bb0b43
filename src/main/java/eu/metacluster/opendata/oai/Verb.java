package eu.metacluster.opendata.oai;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The six questions of the protocol, with what each must and may be asked with. */
enum Verb {
  IDENTIFY("Identify", Set.of(), Set.of()),
  LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of("identifier")),
  LIST_SETS("ListSets", Set.of(), Set.of("resumptionToken")),
  GET_RECORD("GetRecord", Set.of("identifier", "metadataPrefix"), Set.of()),
  LIST_IDENTIFIERS(
      "ListIdentifiers",
      Set.of("metadataPrefix"),
      Set.of("from", "until", "set", "resumptionToken")),
  LIST_RECORDS(
      "ListRecords", Set.of("metadataPrefix"), Set.of("from", "until", "set", "resumptionToken"));

  private final String word;
  private final Set<String> must;
  private final Set<String> may;

  Verb(String word, Set<String> must, Set<String> may) {
    this.word = word;
    this.must = must;
    this.may = may;
  }

  String word() {
    return word;
  }

  Set<String> must() {
    return must;
  }

  boolean knows(String argument) {
    return must.contains(argument) || may.contains(argument);
  }

  static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }
}
