package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JointsTests {

  private final NameIndex index = new NameIndex();

  JointsTests() {
    index.add(0, "McMaster University");
    index.add(1, "AstraZeneca");
    index.add(2, "Google");
    index.add(3, "Harbin Engineering University");
    index.finish();
  }

  @Test
  void aNameThatWasRunIntoTheWordBeforeItIsParted() {
    assertThat(parted("Current addressGoogle")).isEqualTo("Current address Google");
    assertThat(parted("FormerlyMcMaster University")).isEqualTo("Formerly McMaster University");
    assertThat(parted("HarbinEngineering University, China"))
        .isEqualTo("Harbin Engineering University, China");
  }

  @Test
  void whatTheRegisterKnowsWholeOrNotAtAllStaysAsItIs() {
    assertThat(parted("AstraZeneca, Cambridge")).isEqualTo("AstraZeneca, Cambridge");
    assertThat(parted("LaTeX at McMaster")).isEqualTo("LaTeX at McMaster");
    assertThat(parted("a PhD of NewCompany $1")).isEqualTo("a PhD of NewCompany $1");
    assertThat(parted("")).isEmpty();
  }

  private String parted(String line) {
    return Joints.parted(line, index);
  }
}
