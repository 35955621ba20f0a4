package io.liquidationmap.api.picture;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.springframework.http.MediaType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The ways in which a picture is written.
enum PictureFormat {
    SVG("image/svg+xml") {
        @Override
        byte[] write(JFreeChart chart, String title, int width, int height) {
            SVGGraphics2D graphics = new SVGGraphics2D(emptyDocument());
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            Element root = graphics.getRoot();
            root.setAttribute("viewBox", "0 0 " + width + " " + height);
            root.setAttribute("width", Integer.toString(width));
            root.setAttribute("height", Integer.toString(height));
            root.setAttribute("role", "img");
            root.insertBefore(title(root.getOwnerDocument(), title), root.getFirstChild());
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try {
                TransformerFactory.newDefaultInstance()
                        .newTransformer()
                        .transform(new DOMSource(root), new StreamResult(target));
            } catch (TransformerException e) {
                throw new IllegalStateException("a document made here can be written", e);
            }
            return target.toByteArray();
        }
    },

    PNG("image/png") {
        @Override
        byte[] write(JFreeChart chart, String title, int width, int height) {
            try {
                return ChartUtils.encodeAsPNG(chart.createBufferedImage(width, height));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    private final String mediaType;

    PictureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return MediaType.valueOf(mediaType);
    }

    /// A picture as bytes.
    ///
    /// @param title what it shows, for those who hear it
    /// @param width pixels
    /// @param height pixels
    abstract byte[] write(JFreeChart chart, String title, int width, int height);

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG_NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform can make a document", e);
        }
    }

    private static Element title(Document document, String text) {
        Element title = document.createElementNS(SVG_NAMESPACE, "title");
        title.setTextContent(text);
        return title;
    }
}
