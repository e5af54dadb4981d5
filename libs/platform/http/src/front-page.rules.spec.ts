import { Config } from '#platform/config';
import { branded } from './front-page.js';

describe('the front page', () => {
  it('says who runs the site, whatever characters the settings have', () => {
    const config = Object.assign(new Config(), { brandName: 'Entraide "A" <&> B', brandEmail: 'a@exemple.org' });
    const html =
      '<meta name="brand:name" content="" /><meta name="brand:email" content="" /><meta name="brand:host" content="old" />';
    expect(branded(html, config)).toBe(
      '<meta name="brand:name" content="Entraide &#34;A&#34; &#60;&#38;&#62; B" />' +
        '<meta name="brand:email" content="a@exemple.org" /><meta name="brand:host" content="" />',
    );
  });
});
