package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;

/** Why an XML document is refused whole. */
final class XmlRefusal extends Exception {

    private final transient Problem problem;

    XmlRefusal(TranslationProblem code, long line, String text) {
        super(code.code(), null, false, false);
        this.problem = new Problem(code, Place.record(0, line), text);
    }

    Problem problem() {
        return problem;
    }

    static XmlRefusal notXml(long line) {
        return new XmlRefusal(TranslationProblem.NOT_XML, line, "Before the first record the document is no well-formed"
                + " XML.");
    }

    static XmlRefusal tooLong(int longest) {
        return new XmlRefusal(TranslationProblem.TOO_LONG, 0, "More than " + longest + " bytes stand before the first"
                + " record. Have the document split.");
    }

    static XmlRefusal doctype(long line) {
        return new XmlRefusal(TranslationProblem.DOCTYPE, line, "The document has a DOCTYPE. It was not read; have it"
                + " exported without.");
    }
}
