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
    assertThat(parted("Current addressGoogle")).isEqualTo("Google");
    assertThat(parted("FormerlyMcMaster University")).isEqualTo("McMaster University");
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

  @Test
  void whatAFootnoteBeginsWithIsLeftOut() {
    assertThat(parted("Currently with Google")).isEqualTo("Google");
    assertThat(parted("Present address: the University of Patras"))
        .isEqualTo("University of Patras");
    assertThat(parted("Now")).isEqualTo("Now");
    assertThat(parted("Current Biology Institute")).isEqualTo("Current Biology Institute");
  }

  private String parted(String line) {
    return Joints.parted(line, index);
  }
}
