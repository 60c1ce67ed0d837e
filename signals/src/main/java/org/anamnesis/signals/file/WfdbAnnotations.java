package org.anamnesis.signals.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.RequestException;

/**
 * Reads annotations in the format of MIT ({@code .atr}): words of 16 bits, a kind above ten bits of
 * samples since the one before; kinds from 59 on say more of it (WFDB Applications Guide,
 * annot(5)). A file without its end mark is refused.
 */
public final class WfdbAnnotations {
    private static final int SKIP = 59;
    private static final int CHANNEL = 62;
    private static final int TEXT = 63;
    private static final int RHYTHM = 28;

    /** Half an hour of beats is some 6 kB; a day with texts below 1 MB. */
    private static final long MOST = 16 << 20;

    private WfdbAnnotations() {}

    /**
     * A rhythm and from where on it is there.
     *
     * @param name as the file has it, without its parenthesis: {@code AFIB}, {@code N}
     */
    public record Rhythm(long sample, String name) {}

    /** Where each rhythm begins, in order; empty if the file names none. */
    public static List<Rhythm> rhythms(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw damaged(file, "its size makes no sense");
        }
        byte[] all = Files.readAllBytes(file);
        List<Rhythm> rhythms = new ArrayList<>();
        long sample = 0;
        int kind = 0;
        for (int at = 0; ; ) {
            int word = word(file, all, at);
            at += 2;
            int code = word >>> 10;
            int rest = word & 0x3ff;
            if (word == 0) {
                return rhythms;
            } else if (code == SKIP) {
                sample += (int) ((long) word(file, all, at) << 16 | word(file, all, at + 2));
                at += 4;
            } else if (code == TEXT) {
                if (at + rest > all.length) {
                    throw damaged(file, "it is cut short");
                }
                String text = new String(all, at, rest, StandardCharsets.UTF_8);
                String name = text.replace("\0", "").strip();
                if (kind == RHYTHM && name.startsWith("(") && name.length() > 1) {
                    rhythms.add(new Rhythm(sample, name.substring(1)));
                }
                at += rest + rest % 2;
            } else if (code < SKIP) {
                sample += rest;
                kind = code;
            } else if (code > CHANNEL) {
                throw damaged(file, "a mark in it makes no sense");
            }
        }
    }

    private static int word(Path file, byte[] all, int at) {
        if (at + 2 > all.length) {
            throw damaged(file, "it is cut short");
        }
        return (all[at] & 0xff) | (all[at + 1] & 0xff) << 8;
    }

    private static RequestException damaged(Path file, String how) {
        return RequestException.of(
                "wfdb.annotations",
                file.getFileName().toString(),
                "The annotations are damaged: " + how + ".",
                "copy the file again from where it came, or take it away: recordings are learned without it, too");
    }
}
