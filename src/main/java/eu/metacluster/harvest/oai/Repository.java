package eu.metacluster.harvest.oai;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repository as it describes itself.
 *
 * @param base address that all requests go to
 * @param earliest nothing is older than this; null when it does not say
 * @param keepsDeletions whether it will always say what was deleted
 * @param now its clock, null when it shows none
 */
record Repository(
    URI base,
    Granularity granularity,
    @Nullable Instant earliest,
    boolean keepsDeletions,
    @Nullable Instant now) {

  /** What people copy along with the address of a repository. */
  private static final Set<String> ARGUMENTS =
      Set.of("verb", "metadataPrefix", "set", "from", "until", "resumptionToken", "identifier");

  /** Asks who it is. */
  static Repository ask(Remote remote) throws IOException {
    URI base = base(remote.address());
    Answer answer = remote.get(request(base, Map.of("verb", "Identify")));
    Map<String, String> says = new TreeMap<>();
    Instant now;
    try (InputStream in = answer.open()) {
      now =
          Envelope.read(
              Xml.open(in),
              "Identify",
              xml -> {
                while (xml.child()) {
                  says.putIfAbsent(xml.name(), xml.text());
                }
              });
    }
    return new Repository(
        base,
        Granularity.of(says.getOrDefault("granularity", "")),
        Granularity.read(says.getOrDefault("earliestDatestamp", "")),
        says.getOrDefault("deletedRecord", "").equals("persistent"),
        now);
  }

  /** The address without the arguments of the protocol; others, such as a tenant, stay. */
  static URI base(URI typed) {
    String text = typed.toString();
    int question = text.indexOf('?');
    if (question < 0) {
      return typed;
    }
    List<String> kept =
        List.of(text.substring(question + 1).split("&", -1)).stream()
            .filter(pair -> !ARGUMENTS.contains(pair.replaceFirst("=.*", "")))
            .filter(pair -> !pair.isEmpty())
            .toList();
    String path = text.substring(0, question);
    return URI.create(kept.isEmpty() ? path : path + '?' + String.join("&", kept));
  }

  /** The first request for a list; what is empty is left out. */
  URI list(String prefix, String set, String from, String until) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("verb", "ListRecords");
    arguments.put("metadataPrefix", prefix);
    arguments.put("set", set);
    arguments.put("from", from);
    arguments.put("until", until);
    return request(base, arguments);
  }

  /** The request for the next page of a list. */
  URI more(String token) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("verb", "ListRecords");
    arguments.put("resumptionToken", token);
    return request(base, arguments);
  }

  private static URI request(URI base, Map<String, String> arguments) {
    StringBuilder address = new StringBuilder(base.toString());
    char next = base.getRawQuery() == null ? '?' : '&';
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      if (!argument.getValue().isEmpty()) {
        String value = URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8);
        address.append(next).append(argument.getKey()).append('=').append(value);
        next = '&';
      }
    }
    return URI.create(address.toString());
  }
}
