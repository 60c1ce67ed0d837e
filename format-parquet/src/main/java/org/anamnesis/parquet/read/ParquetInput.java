package org.anamnesis.parquet.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.anamnesis.table.ForeignTable;

/** Parquet files as tables of text. */
public final class ParquetInput implements ForeignTable {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    @Override
    public boolean recognises(byte[] beginning) {
        boolean same = beginning.length >= MAGIC.length;
        for (int i = 0; same && i < MAGIC.length; i++) {
            same = beginning[i] == MAGIC[i];
        }
        return same;
    }

    @Override
    public InputStream csv(Path file) throws IOException {
        return new ParquetCsv(file);
    }
}
