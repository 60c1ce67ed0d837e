package org.anamnesis.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.anamnesis.converse.Previewed;
import org.anamnesis.report.PreviewFragment;

/**
 * A sample as the page shows it.
 *
 * @param found tables and pictures, as markup
 */
public record PreviewView(
        long patients,
        String seconds,
        List<Previewed.Column> columns,
        List<List<String>> rows,
        String found) {
    static PreviewView of(Previewed p) {
        var html = new StringBuilder();
        try {
            PreviewFragment.write(p.found(), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PreviewView(
                p.patients(), Figures.seconds(p.seconds()), p.columns(), p.rows(), html.toString());
    }
}
