package eu.metacluster.platform.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The project develops a test that finds which patients will respond to the drug.
          en | We will map how tumour cells escape from the immune system and which of their genes matter.
          fr | Le projet développe un test qui permet de savoir quels patients répondront au traitement.
          de | Das Projekt entwickelt einen Test, der zeigt, welche Patienten auf die Therapie ansprechen.
          es | El proyecto desarrolla una prueba que permite saber qué pacientes responderán al tratamiento.
          it | Il progetto sviluppa un test che permette di sapere quali pazienti risponderanno alla terapia.
          pt | O projeto desenvolve um teste que permite saber quais os doentes que vão responder ao tratamento.
          nl | Het project ontwikkelt een test die laat zien welke patiënten op de behandeling zullen reageren.
          sv | Projektet utvecklar ett test som visar vilka patienter som kommer att svara på behandlingen.
          fi | Hanke kehittää testin, joka osoittaa, mitkä potilaat hyötyvät hoidosta ja miten se vaikuttaa heihin.
          pl | Projekt opracowuje test, który pozwala określić, czy pacjenci odpowiedzą na leczenie, oraz jak je dobrać do nich.
          cs | Projekt vyvíjí test, který ukáže, kteří pacienti budou na léčbu reagovat a proč se to děje.
          sl | Projekt razvija test, ki pokaže, kateri bolniki se bodo odzvali na zdravljenje in kako jih lahko izberemo.
          hr | Projekt razvija test koji pokazuje koji će bolesnici odgovoriti na liječenje i kako se oni mogu odabrati za to.
          sk | Projekt vyvíja test, ktorý ukáže, ktorí pacienti budú na liečbu reagovať a ako ich vybrať pre túto liečbu.
          hu | A projekt olyan tesztet fejleszt, amely megmutatja, hogy mely betegek reagálnak a kezelésre, és miért.
          ro | Proiectul dezvoltă un test care arată ce pacienți vor răspunde la tratament și cum pot fi aleși pentru acesta.
          bg | Проектът разработва тест, който показва кои пациенти ще отговорят на лечението и как да бъдат избрани.
          el | Το έργο αναπτύσσει ένα τεστ που δείχνει ποιοι ασθενείς θα ανταποκριθούν στη θεραπεία.
          et | Projekt töötab välja testi, mis näitab, millised patsiendid ravile alluvad ja kuidas neid valida.
          lt | Projektas kuria testą, kuris parodo, kurie pacientai atsakys į gydymą ir kaip juos galima atrinkti.
          """)
  void aSentenceTellsItsLanguage(String language, String sentence) {
    assertThat(Languages.guess(sentence)).isEqualTo(language);
  }

  @Test
  void noGuessWhereThereIsNothingToGuessFrom() {
    assertThat(Languages.guess("")).isEqualTo(Languages.UNKNOWN);
    assertThat(Languages.guess("KRAS G12C")).isEqualTo(Languages.UNKNOWN);
    assertThat(Languages.guess("12 345 \u0000\u0007")).isEqualTo(Languages.UNKNOWN);
    assertThat(Languages.guess("乳腺癌精准医疗")).isEqualTo(Languages.UNKNOWN);
  }
}
