package eu.metacluster.harvest.pages;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a page or a document by itself, without the site that it belongs to. */
@Component
public final class SinglePage {

  /** What the page states; nothing when it is no page, or one of errors. */
  public List<Finding> read(Answer answer, Reading reading) throws IOException {
    return new PagesConnector.Pass(reading, null).page(answer, 0);
  }
}
