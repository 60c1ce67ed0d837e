/** Computed tomography: body, lesions, scanner. */
package org.anamnesis.signals.ct;
