package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads projects of CORDIS one by one over the web: those whose grant numbers are set, or those
 * that a page links to.
 */
@Component
@Order(17)
final class XmlWebConnector implements WebConnector {

  private static final String NUMBER = "{id}";
  private static final Pattern GRANT = Pattern.compile("\\b\\d{6,9}\\b");
  private static final Pattern LINK = Pattern.compile("/projects?/(?:id/)?(\\d{6,9})\\b");
  private static final int MOST = 20_000;
  private static final int CHUNK = 50;

  /** So many failures in a row mean that the host is down and not that a project is missing. */
  private static final int PATIENCE = 5;

  private static final int SNIFFED = 1000;

  @Override
  public String id() {
    return "cordis-web";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Related.TERMS;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            "template", Setting.Type.LINE, "https://cordis.europa.eu/project/id/{id}?format=xml"),
        new Setting("numbers", Setting.Type.TEXT, ""));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED);
    return start.contains("<project") && start.contains("cordis.europa.eu");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    try (XmlProjects projects = new XmlProjects(reading)) {
      Set<String> numbers = matches(GRANT, remote.setting("numbers"));
      if (numbers.isEmpty()) {
        Answer start = remote.get(remote.address());
        if (recognises(start)) {
          take(List.of(small(start)), reading, projects);
          projects.handOut(1);
          return;
        }
        numbers = matches(LINK, start.text());
      }
      boolean complete = each(numbers, remote, reading, projects);
      projects.handOut(Math.max(1, numbers.size()));
      if (complete) {
        reading.whole();
      }
    }
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find() && found.size() < MOST) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  /** Reads each project; whether every one of them answered or is gone for good. */
  private static boolean each(
      Set<String> numbers, Remote remote, Reading reading, XmlProjects projects)
      throws IOException {
    String template = remote.setting("template");
    if (numbers.isEmpty() || !template.contains(NUMBER)) {
      throw nothing();
    }
    reading.expects(numbers.size() * 2L);
    List<Reading.Small> chunk = new ArrayList<>();
    boolean complete = true;
    int failures = 0;
    for (String number : numbers) {
      URI address = address(template, number);
      try {
        chunk.add(small(remote.get(address)));
        failures = 0;
      } catch (FetchException e) {
        complete &= e.trouble() == Trouble.GONE;
        failures += e.trouble() == Trouble.GONE ? 0 : 1;
        missing(number, e, failures, reading);
      }
      reading.advanced(1);
      if (chunk.size() == CHUNK) {
        take(chunk, reading, projects);
        chunk = new ArrayList<>();
      }
    }
    take(chunk, reading, projects);
    return complete;
  }

  private static URI address(String template, String number) {
    try {
      return URI.create(template.replace(NUMBER, number).strip());
    } catch (IllegalArgumentException e) {
      throw nothing();
    }
  }

  private static Refusal nothing() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1456", "harvest.cordis-web.no_numbers");
  }

  private static void missing(String number, FetchException e, int failures, Reading reading)
      throws FetchException {
    if (failures == PATIENCE) {
      throw e;
    }
    String why = e.trouble().code() + ' ' + e.detail();
    reading.problem(new Problem(e.address().toString(), 0, "id", why, Reason.NO_ANSWER));
    if (e.trouble() == Trouble.GONE) {
      reading.gone(RecordKind.PROJECT, number);
    }
  }

  private static Reading.Small small(Answer answer) throws IOException {
    return new Reading.Small(answer.address().toString(), answer.bytes());
  }

  private static void take(List<Reading.Small> chunk, Reading reading, XmlProjects projects)
      throws IOException {
    if (!chunk.isEmpty()) {
      projects.read(chunk, reading.keepAll("application/xml", chunk));
    }
  }
}
