package org.anamnesis.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** A Parquet file as the reference implementation reads it. */
record ReadBack(ParquetMetadata metadata, List<Map<String, String>> rows) {
    static ReadBack of(Path file) throws IOException {
        var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        List<Map<String, String>> rows = new ArrayList<>();
        try (var reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore group = reader.readNextRowGroup();
                    group != null;
                    group = reader.readNextRowGroup()) {
                RecordReader<Group> records =
                        new ColumnIOFactory()
                                .getColumnIO(schema)
                                .getRecordReader(group, new GroupRecordConverter(schema));
                for (long r = 0; r < group.getRowCount(); r++) {
                    rows.add(cells(schema, records.read()));
                }
            }
            return new ReadBack(reader.getFooter(), rows);
        }
    }

    /** Column → value as text; a missing value has no entry. */
    private static Map<String, String> cells(MessageType schema, Group record) {
        Map<String, String> cells = new TreeMap<>();
        for (int k = 0; k < schema.getFieldCount(); k++) {
            if (record.getFieldRepetitionCount(k) > 0) {
                cells.put(schema.getFieldName(k), record.getValueToString(k, 0));
            }
        }
        return cells;
    }

    MessageType schema() {
        return metadata.getFileMetaData().getSchema();
    }
}
