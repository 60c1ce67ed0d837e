/** Traces and images that agree with a record. */
package org.anamnesis.signals;
