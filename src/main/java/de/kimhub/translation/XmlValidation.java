package de.kimhub.translation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Holds a record against the schemas of its standard and keeps the first thing that is wrong. What the JDK says of it
 * quotes values, so it is said in words of our own.
 */
final class XmlValidation extends DefaultHandler {

    /** By how the rule begins that is broken; the first that fits counts. */
    private static final Map<String, String> RULES = rules();

    /**
     * @param path of the element; what is not known to the schemas stands as {@code *}
     * @param line of the record, 1-based
     */
    record Violation(String path, long line, String text) {
    }

    private record Open(String shown, Map<String, Integer> children) {
    }

    private final CompiledSchemas schemas;
    private final ValidatorHandler validator;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Locator locator;
    private boolean applies;
    private Violation violation;

    XmlValidation(CompiledSchemas schemas) {
        this.schemas = schemas;
        this.validator = schemas.schema().newValidatorHandler();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException wrong) {
                violated(wrong);
            }

            @Override
            public void fatalError(SAXParseException wrong) {
                violated(wrong);
            }
        });
        validator.setContentHandler(new DefaultHandler());
    }

    /** {@code null} when the record is valid, or no schema has its namespace. */
    Violation violation() {
        return violation;
    }

    private void violated(SAXParseException wrong) {
        if (violation == null) {
            String rule = wrong.getMessage() == null ? "" : wrong.getMessage();
            String text = RULES.entrySet().stream().filter(known -> rule.startsWith(known.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse("breaks a rule of the schema");
            List<String> names = new ArrayList<>();
            open.descendingIterator().forEachRemaining(element -> names.add(element.shown));
            violation = new Violation(String.join("/", names), locator == null ? 0 : locator.getLineNumber(), text);
        }
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
        validator.setDocumentLocator(where);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        prefixes.put(prefix, uri);
    }

    @Override
    public void startDocument() {
        violation = null;
        open.clear();
        prefixes.clear();
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (open.isEmpty()) {
            applies = schemas.namespaces().contains(uri);
            if (applies) {
                validator.startDocument();
            }
        }
        open.push(new Open(shown(uri, local), new HashMap<>(4)));
        if (applies) {
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                validator.startPrefixMapping(prefix.getKey(), prefix.getValue());
            }
            prefixes.clear();
            validator.startElement(uri, local, name, attributes);
        }
    }

    private String shown(String uri, String local) {
        String known = schemas.elements().contains(local) ? local : "*";
        int number = open.isEmpty() ? 1 : open.peek().children.merge(known.equals("*") ? "*" : uri + ' ' + local, 1,
                Integer::sum);
        return number == 1 && !known.equals("*") ? known : known + "[" + number + "]";
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        if (applies) {
            validator.endElement(uri, local, name);
        }
        open.pop();
        if (open.isEmpty() && applies) {
            validator.endDocument();
        }
    }

    @Override
    public void characters(char[] chars, int from, int length) throws SAXException {
        if (applies) {
            validator.characters(chars, from, length);
        }
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new java.util.LinkedHashMap<>();
        rules.put("cvc-elt.1", "is no element that the schema lets stand alone");
        rules.put("cvc-complex-type.2.4.b", "lacks an element that the schema demands in it");
        rules.put("cvc-complex-type.2.4.i", "lacks an element that the schema demands in it");
        rules.put("cvc-complex-type.2.4", "does not belong here: it is unknown, in the wrong place or namespace, or once too"
                + " often");
        rules.put("cvc-complex-type.2.3", "holds text, but may hold elements only");
        rules.put("cvc-complex-type.2.1", "must be empty");
        rules.put("cvc-complex-type.3", "has an attribute that the schema does not know");
        rules.put("cvc-complex-type.4", "lacks an attribute that the schema demands");
        rules.put("cvc-enumeration-valid", "holds a value that is none of those allowed");
        rules.put("cvc-pattern-valid", "holds a value of another form than the schema demands");
        rules.put("cvc-minLength-valid", "holds a value that is too short or empty");
        rules.put("cvc-maxLength-valid", "holds a value that is too long");
        rules.put("cvc-length-valid", "holds a value that is too short or too long");
        rules.put("cvc-datatype-valid", "holds a value of another data type");
        rules.put("cvc-type.3.1", "holds a value, or elements, that its simple type does not allow");
        rules.put("cvc-attribute", "has an attribute with a value that the schema does not allow");
        rules.put("cvc-elt.5", "holds another value than the one that is fixed");
        rules.put("cvc-elt.3", "is declared as empty (nil), but may not be or is not");
        rules.put("cvc-id", "has an identifier that stands twice or refers to nothing");
        return rules;
    }
}
