package eu.metacluster.harvest.wire;

import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;

/** Readers of XML that open nothing but the document they are given. */
public final class ClosedXml {

  private ClosedXml() {}

  /** A new factory: no document type declarations, no entities from outside, no validation. */
  public static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(
        XMLInputFactory.RESOLVER,
        (XMLResolver)
            (publicId, systemId, base, namespace) -> {
              throw new XMLStreamException("nothing outside the file is read");
            });
    return factory;
  }
}
