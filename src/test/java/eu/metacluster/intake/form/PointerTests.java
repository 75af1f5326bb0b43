package eu.metacluster.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People write numbers in many ways. */
class PointerTests {

  @ParameterizedTest
  @CsvSource({
    "101190685, GRANT, 101190685",
    "' 278570 ', GRANT, 278570",
    "Grant agreement No. 101190685, GRANT, 101190685",
    "https://cordis.europa.eu/project/id/101190685/de, GRANT, 101190685",
    "https://doi.org/10.3030/101190685, GRANT, 101190685",
    "10.5281/zenodo.123456, DOI, 10.5281/zenodo.123456",
    "https://zenodo.org/records/123456, DOI, 10.5281/zenodo.123456",
    "doi:10.1038/S41586-020-2649-2., DOI, 10.1038/s41586-020-2649-2",
    "https://dx.doi.org/10.1000/a(b), DOI, 10.1000/a(b",
    "nct02576665, NCT, NCT02576665",
    "https://clinicaltrials.gov/study/NCT02576665?tab=table, NCT, NCT02576665",
    "05f950310, ROR, 05f950310",
    "https://ror.org/05F950310, ROR, 05f950310",
    "www.example.org/project, URL, https://www.example.org/project",
    "https://example.org/a?b=c, URL, https://example.org/a?b=c",
    "http://10.0.0.1/, URL, http://10.0.0.1/"
  })
  void aPointerIsUnderstood(String typed, Scheme scheme, String name) {
    assertThat(Pointer.of(typed)).contains(new Identifier(scheme, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "liquid biopsy",
        "12345",
        "1234567890123",
        "10.12/x",
        "javascript:alert(1)",
        "NCT123",
        "file:///etc/passwd",
        "name@example.org",
        "https://"
      })
  void whatIsNoneIsNot(String typed) {
    assertThat(Pointer.of(typed).filter(name -> name.scheme() != Scheme.URL)).isEmpty();
    assertThat(Pointer.of(typed.equals("https://") ? "" : typed)).isEmpty();
  }

  @Test
  void somethingHugeIsNotLookedAt() {
    assertThat(Pointer.of("1".repeat(1_000_000))).isEmpty();
    assertThat(Pointer.of("a.".repeat(900) + "org")).isPresent();
  }
}
