package de.kimhub.steering.board;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page being built, element by element. */
final class HtmlTree {

    private final Document document;

    HtmlTree() {
        try {
            document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK has no XML parser", impossible);
        }
    }

    /** @return the body */
    Element start(String title, String about, String style) {
        Element html = document.createElement("html");
        html.setAttribute("lang", "de");
        document.appendChild(html);
        Element head = child(html, "head", null);
        child(head, "title", title);
        for (String name : new String[] {"subject", "description"}) {
            Element meta = child(head, "meta", null);
            meta.setAttribute("name", name);
            meta.setAttribute("content", about);
        }
        child(head, "style", style);
        return child(html, "body", null);
    }

    Element child(Element parent, String name, String text) {
        Element child = document.createElement(name);
        if (text != null) {
            child.appendChild(document.createTextNode(text));
        }
        parent.appendChild(child);
        return child;
    }

    Document document() {
        return document;
    }
}
