package eu.metacluster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTests {

  @TempDir Path folder;

  @Test
  void wordsThatNameNoToolAreLeftToTheCommands() {
    assertThat(Tool.call(List.of("verify"))).isNull();
  }

  @Test
  void halfANameListsTheFamilyAndIsRefused() {
    assertThat(Tool.call(List.of("evaluate"))).isEqualTo(2);
    assertThat(Tool.call(List.of("evaluate", "nothing"))).isEqualTo(2);
  }

  @Test
  void badArgumentsEndWithTwo() {
    assertThat(Tool.call(List.of("evaluate", "scope", "--projects", "/nowhere.csv"))).isEqualTo(2);
    assertThat(Tool.call(List.of("evaluate", "scope", "stray"))).isEqualTo(2);
  }

  @Test
  void eachWayToMisspellAnArgumentIsSaid() throws Exception {
    Path file = Files.createFile(folder.resolve("a.csv"));
    Arguments good = Arguments.of(List.of("--records", file.toString(), "--runs=3"));

    assertThat(good.file("records")).isEqualTo(file);
    assertThat(good.number("runs", 1, 10)).isEqualTo(3);
    assertThat(good.number("seed", 0, 42)).isEqualTo(42);
    assertThatThrownBy(() -> good.allowing("records")).hasMessage("--runs is not known here.");
    assertThatThrownBy(() -> good.number("runs", 5, 10))
        .hasMessage("--runs must be a whole number of at least 5, not \"3\".");
    assertThatThrownBy(() -> good.file("labels")).hasMessage("--labels is missing.");
    assertThatThrownBy(() -> Arguments.of(List.of("--a", "--b", "1")))
        .hasMessage("--a has no value.");
    assertThatThrownBy(() -> Arguments.of(List.of("--a", "1", "--a", "2")))
        .hasMessage("--a is given twice.");
    assertThatThrownBy(
            () -> Arguments.of(List.of("--out", folder.resolve("no/x").toString())).output("out"))
        .isInstanceOf(UnusableInputException.class);
  }
}
