package eu.metacluster.harvest.values;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Recognises pages that stand in for another: servers answer 200 and say in words that there is
 * nothing, or ask to sign in.
 */
public final class Impostor {

  private static final int LONGEST_PART = 40;

  /** A page with more words than this is not only a form. */
  private static final int WORDS_OF_A_FORM = 1_500;

  private static final Pattern PARTS = Pattern.compile("\\s+[|–—·»:-]\\s+|[|]");

  private static final Set<String> WHOLE =
      Set.of(
          "404",
          "403",
          "401",
          "500",
          "503",
          "error",
          "erreur",
          "forbidden",
          "unauthorized",
          "not found",
          "login",
          "log in",
          "sign in",
          "signin",
          "anmelden",
          "anmeldung",
          "connexion",
          "se connecter",
          "inloggen",
          "iniciar sesión",
          "accedi",
          "authentication",
          "authentification");

  private static final Set<String> BEGINNING =
      Set.of(
          "404 ",
          "error 404",
          "erreur 404",
          "page not found",
          "page introuvable",
          "seite nicht gefunden",
          "pagina niet gevonden",
          "página no encontrada",
          "pagina non trovata",
          "not found ",
          "access denied",
          "accès refusé",
          "accès interdit",
          "403 ",
          "401 ",
          "500 ",
          "502 ",
          "503 ",
          "service unavailable",
          "just a moment",
          "attention required",
          "sign in to",
          "log in to",
          "login to",
          "please log in",
          "please sign in",
          "site maintenance",
          "under maintenance",
          "are you a robot",
          "security check",
          "this page does not exist",
          "the page you requested");

  private Impostor() {}

  /** Whether the page says that it is not what was asked for. */
  public static boolean is(Document page) {
    for (String part : PARTS.split(page.title(), -1)) {
      if (says(part.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return page.selectFirst("input[type=password]") != null
        && page.body().text().length() < WORDS_OF_A_FORM;
  }

  private static boolean says(String part) {
    return part.length() <= LONGEST_PART
        && (WHOLE.contains(part) || BEGINNING.stream().anyMatch(part::startsWith));
  }
}
