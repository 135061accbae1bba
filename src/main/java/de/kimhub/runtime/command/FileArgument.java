package de.kimhub.runtime.command;

import de.kimhub.linkage.review.FilePair.Named;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file as it is named on the command line: {@code awo-buende:F-17}. */
final class FileArgument implements ITypeConverter<Named> {

    @Override
    public Named convert(String argument) {
        int colon = argument.indexOf(':');
        if (colon < 1 || colon == argument.length() - 1) {
            throw new TypeConversionException("expected INSTANCE:NUMBER");
        }
        return new Named(argument.substring(0, colon), argument.substring(colon + 1));
    }
}
