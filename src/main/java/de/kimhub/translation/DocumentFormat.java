package de.kimhub.translation;

/** A format in which documents come. */
interface DocumentFormat {

    Opening open(DocumentContent content, ReadMark from);
}
