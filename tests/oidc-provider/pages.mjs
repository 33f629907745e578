// The pages of the provider, plain enough for a test to read and for a person to use.

const STYLE = 'html{font:1rem/1.5 sans-serif}body{max-width:24rem;margin:12vh auto}input,button{font:inherit;padding:.4rem}'

const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])

const frame = (title, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>` +
  `<h1>${title}</h1>${body}</html>`

/** Who signs in. With `fields` the address is asked for before it is known which organisation it is. */
export function signingIn({ fields, field, value = '', wrong }) {
  const hidden = [...(fields ?? [])]
    .filter(([name]) => name !== field)
    .map(([name, kept]) => `<input type="hidden" name="${escape(name)}" value="${escape(kept)}">`)
  return frame(
    'Sign in',
    `<form method="${fields ? 'get' : 'post'}">${hidden.join('')}` +
      `${wrong ? '<p role="alert">There is no such account.</p>' : ''}` +
      `<label for="who">Address</label> <input id="who" name="${field}" value="${escape(value)}" autofocus> ` +
      '<button name="answer" value="next">Next</button> ' +
      `${fields ? '' : '<button name="answer" value="cancel">Cancel</button>'}</form>`,
  )
}

/** Whether the app may know who signs in. */
export function accepting({ address }) {
  return frame(
    'Permissions requested',
    `<form method="post"><p>Keyholder wants to know who you are (${escape(address)}).</p>` +
      '<button name="answer" value="accept">Accept</button> ' +
      '<button name="answer" value="cancel">Cancel</button></form>',
  )
}
