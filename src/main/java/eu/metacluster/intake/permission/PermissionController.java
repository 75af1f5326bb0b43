package eu.metacluster.intake.permission;

import eu.metacluster.grid.Field;
import eu.metacluster.intake.form.Slot;
import eu.metacluster.intake.form.Slots;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an owner permits, refuses or takes back: the link serves as long as the record exists. */
@Controller
@PublicEndpoint("whoever holds the link is the owner that it was sent to")
class PermissionController {

  private final Permissions permissions;
  private final Ways ways;

  PermissionController(Permissions permissions, Ways ways) {
    this.permissions = permissions;
    this.ways = ways;
  }

  @GetMapping("/permission/{token}")
  String look(@PathVariable String token, HttpServletResponse response, Model model) {
    response.setHeader("Cache-Control", "no-store");
    Submission given = permissions.find(ways.open(Purpose.PERMISSION, token));
    Permission permission = permissions.of(given.id()).orElseThrow(Ways::gone);
    var record = permissions.record(given);
    List<Slot> slots = Slots.of(given.kind());
    model.addAttribute(
        "view",
        new PermissionView(
            token,
            given,
            permission,
            slots,
            permissions.version(given),
            record.state(),
            record.path()));
    return "intake/permission";
  }

  @PostMapping("/permission/{token}")
  String answer(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    Submission given = permissions.find(ways.open(Purpose.PERMISSION, token));
    String answer = String.valueOf(sent.getFirst("answer"));
    switch (answer) {
      case "yes" -> permissions.permit(given, String.valueOf(sent.getFirst("version")));
      case "changes" -> permissions.permitChanged(given, changes(given, sent));
      case "no" -> permissions.refuse(given);
      default -> throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1707", "intake.error.answer");
    }
    Flash.say(request, response, "intake.permission.said." + answer);
    return "redirect:/permission/" + token;
  }

  private static Map<Field, String> changes(Submission given, MultiValueMap<String, String> sent) {
    Map<Field, String> changes = new EnumMap<>(Field.class);
    for (Slot slot : Slots.of(given.kind())) {
      String typed = sent.getFirst(slot.name());
      boolean line = slot.type() == Slot.Type.LINE || slot.type() == Slot.Type.TEXT;
      if (typed != null && line) {
        String plain = typed.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", "").strip();
        if (plain.length() > slot.longest() || (slot.required() && plain.isEmpty())) {
          throw new Refusal(
              Refusal.Kind.BAD_INPUT, "MC-1708", "intake.error.change", slot.longest());
        }
        changes.put(slot.field(), plain);
      }
    }
    return changes;
  }
}
