package eu.metacluster.screening.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.linkage.OrganisationLink;
import eu.metacluster.screening.linkage.Organisations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate organisations}: links mentions to a register and counts what is right. */
public final class EvaluateOrganisations implements Tool {

  @Override
  public String name() {
    return "evaluate organisations";
  }

  @Override
  public String usage() {
    return "--mentions M.csv[.gz] --registry ror.csv[.gz] [--out links.csv]";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("mentions", "registry", "out");
    OrganisationFiles.Mentions mentions = OrganisationFiles.mentions(arguments.file("mentions"));
    Path registry = arguments.file("registry");
    Path out = arguments.output("out");
    Organisations organisations = new Organisations(OrganisationFiles.register(registry));
    System.err.printf("%,d mentions%n", mentions.mentions().size());
    long begin = System.nanoTime();
    List<Optional<OrganisationLink>> links = organisations.link(mentions.mentions());
    double seconds = Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
    System.err.printf("linked in %.1f s%n", seconds);
    if (out != null) {
      write(out, mentions.ids(), links);
    }
    Map<String, Object> figures = figures(mentions, links);
    figures.put("mentions_per_second", Math.round(links.size() / seconds));
    System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
  }

  private static Map<String, Object> figures(
      OrganisationFiles.Mentions mentions, List<Optional<OrganisationLink>> links) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("mentions", mentions.mentions().size());
    if (mentions.known()) {
      OrganisationCount count = new OrganisationCount();
      for (int i = 0; i < links.size(); i++) {
        count.add(id(links.get(i)), mentions.truth().get(i));
      }
      count.into(figures, !mentions.mentions().isEmpty() && mentions.mentions().getFirst().free());
    } else {
      figures.put("links", links.stream().filter(Optional::isPresent).count());
    }
    return figures;
  }

  private static String id(Optional<OrganisationLink> link) {
    return link.map(one -> one.organisation().id()).orElse("");
  }

  private static void write(Path out, List<String> ids, List<Optional<OrganisationLink>> links)
      throws UnusableInputException {
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("mention", "ror", "name", "probability");
      for (int i = 0; i < ids.size(); i++) {
        Optional<OrganisationLink> link = links.get(i);
        csv.writeRecord(
            ids.get(i),
            link.isEmpty() ? "NIL" : id(link),
            link.map(one -> one.organisation().name()).orElse(""),
            link.map(one -> String.format(Locale.ROOT, "%.4f", one.probability())).orElse(""));
      }
    } catch (IOException e) {
      throw new UnusableInputException(out + " cannot be written: " + e.getMessage() + ".", e);
    }
  }
}
