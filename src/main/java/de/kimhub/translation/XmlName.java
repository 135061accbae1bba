package de.kimhub.translation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;

/**
 * The name of an element or attribute that is to be written.
 *
 * @param prefix    as declared; empty in no namespace
 * @param namespace empty for none
 */
record XmlName(String prefix, String namespace, String local) {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}._-]*";
    private static final Pattern FORM = Pattern.compile("(?:(" + NAME + "):)?(" + NAME + ")");
    static final Pattern PREFIX = Pattern.compile(NAME);

    /** Empty when it has not the form {@code prefix:local} or {@code local}, or its prefix is not declared. */
    static Optional<XmlName> parse(String text, Map<String, String> namespaces) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String prefix = form.group(1);
        if (prefix == null) {
            return Optional.of(new XmlName("", "", form.group(2)));
        }
        String namespace = prefix.equals(XMLConstants.XML_NS_PREFIX) ? XMLConstants.XML_NS_URI : namespaces.get(prefix);
        return Optional.ofNullable(namespace).map(known -> new XmlName(prefix, known, form.group(2)));
    }

    boolean same(XmlName other) {
        return namespace.equals(other.namespace) && local.equals(other.local);
    }
}
