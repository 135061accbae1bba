package de.kimhub.steering.release;

import de.kimhub.disclosure.Certificate;
import de.kimhub.disclosure.Witness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Certificates as they are stored: names and numbers, compressed. */
final class CertificateCodec {

    private CertificateCodec() {
    }

    static byte[] write(Certificate certificate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(certificate.witnesses().size());
            for (Witness witness : certificate.witnesses()) {
                out.writeUTF(witness.cell());
                out.writeUTF(witness.attacker());
                out.writeByte(witness.side().ordinal());
                out.writeInt(witness.base().length);
                for (long value : witness.base()) {
                    out.writeLong(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Certificate read(byte[] content) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            int count = in.readInt();
            List<Witness> witnesses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String cell = in.readUTF();
                String attacker = in.readUTF();
                Witness.Side side = Witness.Side.values()[in.readByte()];
                long[] base = new long[in.readInt()];
                for (int group = 0; group < base.length; group++) {
                    base[group] = in.readLong();
                }
                witnesses.add(new Witness(cell, attacker, side, base));
            }
            return new Certificate(List.copyOf(witnesses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
