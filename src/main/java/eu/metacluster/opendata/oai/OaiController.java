package eu.metacluster.opendata.oai;

import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The public records for harvesters, by OAI-PMH 2.0. */
@Controller
@PublicEndpoint("what is authorised is free for anyone to harvest")
class OaiController {

  private final OaiAnswers answers;

  OaiController(OaiAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping(
      path = "/oai",
      method = {RequestMethod.GET, RequestMethod.POST})
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageBytes answer = answered(request);
    response.setContentType("text/xml;charset=UTF-8");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(answer.size());
    answer.send(response.getOutputStream());
  }

  private PageBytes answered(HttpServletRequest request) {
    try {
      return answers.answer(request.getParameterMap());
    } catch (InvalidParameterException e) {
      return answers.unreadable();
    }
  }
}
