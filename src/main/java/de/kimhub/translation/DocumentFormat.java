package de.kimhub.translation;

import java.io.IOException;
import java.io.InputStream;

/** A format in which documents come. */
interface DocumentFormat {

    /** What is stored of a document that comes in: usually the very bytes. */
    default InputStream incoming(InputStream content) throws IOException {
        return content;
    }

    Opening open(DocumentContent content, ReadMark from);
}
