package eu.metacluster;

import eu.metacluster.platform.Command;
import eu.metacluster.platform.Tool;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The product's entry point: serves, or runs one tool or command when the first argument names one.
 * Beans go by their whole names: two modules may each have a class of one simple name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Metacluster {

  /** Starts the server, or the command named by the first argument, which then ends the process. */
  public static void main(String[] args) {
    if (args.length == 0 || args[0].startsWith("--")) {
      SpringApplication.run(Metacluster.class, args);
    } else {
      Integer done = Tool.call(tooled(args));
      System.exit(
          done != null ? done : command(args[0], Arrays.asList(args).subList(1, args.length)));
    }
  }

  /** A tool reads files only: what the launcher says about the data folder is not for it. */
  private static List<String> tooled(String[] args) {
    return Arrays.stream(args).filter(word -> !setting(word)).toList();
  }

  private static boolean setting(String word) {
    return word.startsWith("--metacluster.") || word.startsWith("--spring.");
  }

  private static int command(String name, List<String> rest) {
    String[] settings = rest.stream().filter(Metacluster::setting).toArray(String[]::new);
    List<String> arguments = rest.stream().filter(word -> !setting(word)).toList();
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(Metacluster.class)
            .web(WebApplicationType.NONE)
            .profiles("command")
            .properties(
                "metacluster.attach=true",
                "spring.main.lazy-initialization=true",
                "db-scheduler.enabled=false");
    try (var context = builder.run(settings)) {
      return context.getBeanProvider(Command.class).stream()
          .filter(command -> command.name().equals(name))
          .findFirst()
          .map(command -> command.run(arguments))
          .orElseGet(() -> unknown(name));
    }
  }

  private static int unknown(String name) {
    System.err.println("There is no command " + name + ". ./metacluster help lists them.");
    return 2;
  }
}
