package io.liquidationmap.page;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Whether a text is well-formed, for programs that draw SVG show nothing of one that is not.
final class Xml {

    private Xml() {}

    static void parse(String text) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
