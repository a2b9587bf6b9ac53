import { paraphForm } from "../../../../api/callbacks/paraphForm.js";
import { certSignForm } from "../../../../api/dialects/certsign/callbackForm.js";
import { euSesForm } from "../../../../api/dialects/euSes/callbackForm.js";
import { standardPauses } from "../../../../api/webhooks/deliveries/schedule.js";

const forms = [paraphForm, euSesForm(), certSignForm];

test("a callback that names its further tries gets as many, whatever its form, each after twice the pause", () => {
  for (const form of forms) {
    expect(form.pauses({ retries: 0 })).toEqual([]);
    expect(form.pauses({ retries: 5 })).toEqual([5, 10, 20, 40, 80]);
  }
});

test("one that names none is tried as endpoints are; in EU-SES, where none is the default, once", () => {
  expect(forms.map((form) => form.pauses({ retries: null }))).toEqual([standardPauses, [], standardPauses]);
});
