package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.GridSubject;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.intake.receiving.SendingPace;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proposing something for the grid, and correcting what is on it: no account is needed. */
@Controller
@PublicEndpoint("anybody may propose; the address is confirmed by a link and the committee decides")
class AddController {

  /** A place that people do not see and programs fill. */
  private static final String TRAP = "website";

  private static final Set<Field> CODEBOOK =
      EnumSet.of(Field.PILLAR, Field.TECHNOLOGY, Field.CANCER);

  private final GridSubject subject;
  private final Sheets sheets;
  private final Sending sending;
  private final Resemblances resemblances;
  private final Corrections corrections;
  private final Filling filling;
  private final SendingPace pace;
  private final PartnerRows partners;

  AddController(
      Sheets sheets,
      Sending sending,
      Resemblances resemblances,
      Corrections corrections,
      Filling filling,
      SendingPace pace,
      PartnerRows partners,
      GridSubject subject) {
    this.subject = subject;
    this.partners = partners;
    this.sheets = sheets;
    this.sending = sending;
    this.resemblances = resemblances;
    this.corrections = corrections;
    this.filling = filling;
    this.pace = pace;
  }

  @GetMapping("/add")
  ModelAndView kinds() {
    return new ModelAndView("intake/add", Map.of("kinds", Slots.KINDS));
  }

  @GetMapping("/add/{kind}")
  ModelAndView blank(@PathVariable String kind) {
    return page(Sheets.empty(kind(kind), null));
  }

  @PostMapping("/add/{kind}")
  ModelAndView add(
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response) {
    return take(Sheets.sent(kind(kind), null, parameters), parameters, request, response);
  }

  @GetMapping("/correct")
  ModelAndView correct(
      @RequestParam(defaultValue = "") String record,
      @RequestParam(required = false) @Nullable String ours) {
    return page(corrections.of(corrections.target(record), ours != null));
  }

  @PostMapping("/correct")
  ModelAndView correct(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response) {
    String record = parameters.getFirst("record");
    GridRecord target = corrections.target(record == null ? "" : record);
    return take(Sheets.sent(target.kind(), target, parameters), parameters, request, response);
  }

  private ModelAndView take(
      Sheet sheet,
      MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response) {
    String trap = parameters.getFirst(TRAP);
    if (trap != null && !trap.isEmpty()) {
      return new ModelAndView("intake/sent", Map.of("email", sheet.sender().email()));
    }
    String what = parameters.getFirst("do");
    Language language = Language.of(request);
    pace.save(request.getRemoteAddr());
    if ("type".equals(what)) {
      return typed(sheets.keep(sheet, language));
    }
    String pointer = Sheets.pointer(parameters);
    boolean fills = "fill".equals(what) || ("enter".equals(what) && !pointer.isBlank());
    if (fills && !sheet.corrects()) {
      return page(filling.fill(sheet, pointer, request.getRemoteAddr(), language));
    }
    if (!"send".equals(what) && !"enter".equals(what)) {
      Sheet kept = sheets.keep(sheet, language);
      Flash.say(request, response, "intake.saved.flash");
      return new ModelAndView("redirect:/add/draft/" + kept.draft());
    }
    Map<String, String> wrong = corrections.unchanged(sheet, Checks.of(sheet));
    if (!wrong.isEmpty()) {
      ModelAndView page = page(sheets.keep(sheet, language).lacking(wrong));
      page.setStatus(HttpStatus.BAD_REQUEST);
      return page;
    }
    pace.send(sheet.sender().email().toLowerCase(java.util.Locale.ROOT), request.getRemoteAddr());
    sending.send(corrections.onlyChanges(sheet), language);
    return new ModelAndView("intake/sent", Map.of("email", sheet.sender().email()));
  }

  private ModelAndView typed(Sheet sheet) {
    return new ModelAndView(
        "intake/saved",
        Map.of("draft", sheet.draft(), "at", Instant.now(), "alike", resemblances.of(sheet)));
  }

  @GetMapping("/add/draft/{token}")
  ModelAndView draft(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return sheets
        .draft(token)
        .map(this::page)
        .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "MC-1702", "intake.error.draft"));
  }

  @PostMapping("/add/draft/{token}/discard")
  String discard(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    sending.discard(token);
    Flash.say(request, response, "intake.discarded");
    return "redirect:/add";
  }

  private ModelAndView page(Sheet sheet) {
    return page(FillOutcome.none(sheet));
  }

  private ModelAndView page(FillOutcome outcome) {
    Sheet sheet = outcome.sheet();
    return new ModelAndView(
        "intake/form",
        Map.of(
            "sheet",
            sheet,
            "alike",
            resemblances.of(sheet),
            "outcome",
            outcome,
            "partners",
            partners.of(sheet),
            "slots",
            asked(sheet)));
  }

  /** The codebook is that of the built-in scope: by a described one, what a record has of it. */
  private List<Slot> asked(Sheet sheet) {
    boolean whole = subject.described().isEmpty();
    return sheet.slots().stream()
        .filter(slot -> whole || !CODEBOOK.contains(slot.field()) || !sheet.value(slot).isBlank())
        .toList();
  }

  private static RecordKind kind(String word) {
    return Slots.kind(word)
        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1703", "intake.error.kind"));
  }
}
