/** The command line: parse, call {@code converse}, print. */
package org.anamnesis.cli;
