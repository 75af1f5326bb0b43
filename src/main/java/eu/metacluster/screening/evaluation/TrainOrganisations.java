package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.linkage.Mention;
import eu.metacluster.screening.linkage.Organisation;
import eu.metacluster.screening.linkage.OrganisationLink;
import eu.metacluster.screening.linkage.OrganisationTraining;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code train organisations}: fits the weights for linking mentions of organisations, and measures
 * them on the fifths of the mentions that the fit did not see.
 */
public final class TrainOrganisations implements Tool {

  private static final int FOLDS = 5;

  @Override
  public String name() {
    return "train organisations";
  }

  @Override
  public String usage() {
    return "--registry ror.csv[.gz] --participants P.csv[.gz] --lines A.csv[.gz] --more-lines B.csv[.gz] --out weights.bin";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("registry", "participants", "lines", "more-lines", "out");
    List<Organisation> register = OrganisationFiles.register(arguments.file("registry"));
    List<OrganisationFiles.Mentions> files = new ArrayList<>();
    for (String name : List.of("participants", "lines", "more-lines")) {
      files.add(OrganisationFiles.mentions(arguments.file(name)));
    }
    Path out = arguments.output("out");
    if (out == null) {
      throw new UnusableInputException("--out is missing.");
    }
    OrganisationTraining training = training(register, files);
    Map<String, Object> figures = figures(files, training.unseen(FOLDS));
    try (OutputStream stream = Files.newOutputStream(out)) {
      training.all().write(stream);
    } catch (IOException e) {
      throw new UnusableInputException(out + " cannot be written: " + e.getMessage() + ".", e);
    }
    System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
  }

  private static OrganisationTraining training(
      List<Organisation> register, List<OrganisationFiles.Mentions> files) {
    List<Mention> mentions = files.stream().flatMap(file -> file.mentions().stream()).toList();
    List<List<String>> truth = files.stream().flatMap(file -> file.truth().stream()).toList();
    OrganisationTraining training = new OrganisationTraining(register, mentions, truth);
    System.err.printf("%,d mentions looked up%n", mentions.size());
    return training;
  }

  private static Map<String, Object> figures(
      List<OrganisationFiles.Mentions> files, List<Optional<OrganisationLink>> links) {
    Map<String, Object> figures = new LinkedHashMap<>();
    int at = 0;
    for (int file = 0; file < files.size(); file++) {
      OrganisationCount count = new OrganisationCount();
      for (List<String> truth : files.get(file).truth()) {
        count.add(links.get(at++).map(link -> link.organisation().id()).orElse(""), truth);
      }
      Map<String, Object> one = new LinkedHashMap<>();
      count.into(one, files.get(file).mentions().getFirst().free());
      figures.put(List.of("participants", "lines", "more_lines").get(file), one);
    }
    return figures;
  }
}
